/** Colours, type, page frame, buttons. One accent; every text colour has at least 4.5 : 1 on its ground. */
export const baseStyles = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8; --paper: #fff; --sunk: #f0f2f5;
  --ink: #1b2430; --muted: #566171; --line: #d9dee5; --line-strong: #8a95a5;
  --accent: #1d4f86; --accent-deep: #163d69; --accent-soft: #eaf1f9; --on-accent: #fff;
  --error: #a8201a; --error-soft: #fdedec; --error-line: #d9534c;
  --warning: #7d4e00; --warning-soft: #fff4dd; --warning-line: #d29a2e;
  --advice: #1d4f86; --advice-soft: #eaf1f9; --advice-line: #6d97c4;
  --uncertain: #515b69; --uncertain-soft: #eef0f3; --uncertain-line: #9aa4b1;
  --passed: #1c6442; --passed-soft: #e8f4ed;
  --shadow: 0 1px 2px rgb(20 30 45 / 6%), 0 4px 16px rgb(20 30 45 / 5%);
  --sans: "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif;
}
/* A Chinese face sets ’ and “ ” as wide as a character. */
:root:lang(en) { --sans: "Segoe UI", "Helvetica Neue", Roboto, "Noto Sans", Arial, "Liberation Sans", "DejaVu Sans", "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif; }
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12161c; --paper: #1a2029; --sunk: #222a35;
    --ink: #e6eaf0; --muted: #a5b0be; --line: #333d4a; --line-strong: #75818f;
    --accent: #8fbdf0; --accent-deep: #b4d3f5; --accent-soft: #1d2f45; --on-accent: #10202f;
    --error: #ffa8a1; --error-soft: #3d1d1e; --error-line: #c4534d;
    --warning: #f2c46d; --warning-soft: #392b12; --warning-line: #a97c2a;
    --advice: #8fbdf0; --advice-soft: #1d2f45; --advice-line: #47719f;
    --uncertain: #b9c2cd; --uncertain-soft: #2a323d; --uncertain-line: #6b7684;
    --passed: #8fd6b0; --passed-soft: #183226;
    --shadow: none;
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.7 var(--sans); text-rendering: optimizeLegibility; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1, h2, h3, h4 { line-height: 1.35; font-weight: 650; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.35rem + 1.8vw, 2.5rem); letter-spacing: -0.01em; }
h2 { font-size: 1.375rem; }
a { color: var(--accent); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:hover { color: var(--accent-deep); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.column { width: 100%; max-width: 78rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
.quiet { color: var(--muted); font-size: 0.9375rem; }
.only-spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip-link { position: absolute; left: 1rem; top: -4rem; z-index: 9; padding: 0.5rem 1rem; background: var(--paper); border-radius: 0 0 6px 6px; }
.skip-link:focus { top: 0; }
.site-head { background: var(--paper); border-bottom: 1px solid var(--line); }
.site-bar { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 4rem; }
.product { display: inline-flex; align-items: center; gap: 0.75rem; color: var(--ink); text-decoration: none; }
.product b { font-size: 1.125rem; font-weight: 650; }
.product-line { color: var(--muted); margin-left: 0.5rem; padding-left: 0.75rem; border-left: 1px solid var(--line); }
.emblem { color: var(--accent); flex: none; }
.site-nav { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.5rem; }
.site-nav a { display: inline-block; padding: 0.375rem 0.25rem; }
.site-nav a:not(.switch) { color: var(--ink); text-decoration: none; }
.site-nav a:not(.switch):hover { color: var(--accent); text-decoration: underline; }
.site-nav a[aria-current] { font-weight: 650; box-shadow: inset 0 -3px 0 var(--accent); }
.opening { padding-block: clamp(2rem, 5vw, 3.5rem) clamp(1.25rem, 3vw, 2rem); max-width: 56rem; }
.lead { margin-top: 0.75rem; font-size: 1.125rem; color: var(--muted); text-wrap: balance; }
.site-foot { margin-top: 4rem; padding-block: 1.5rem 2.5rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.9375rem; }
.site-foot .column { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; }
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; padding: 0.5rem 1.25rem; border: 1px solid transparent; border-radius: 6px; font: inherit; font-weight: 600; line-height: 1.3; text-decoration: none; cursor: pointer; }
.button-main { background: var(--accent); color: var(--on-accent); }
.button-main:hover { background: var(--accent-deep); color: var(--on-accent); }
.button-quiet { background: var(--paper); color: var(--accent); border-color: var(--line-strong); }
.button-quiet:hover { border-color: var(--accent); background: var(--accent-soft); color: var(--accent); }
.button[aria-disabled="true"] { opacity: 0.55; cursor: default; }
@media (max-width: 32rem) {
  .product-line { display: none; }
  .site-bar { min-height: 3.5rem; flex-wrap: wrap; gap: 0 1rem; padding-block: 0.25rem; }
  .site-nav { gap: 0.25rem 1rem; }
}
@media (prefers-reduced-motion: no-preference) {
  .button, .drop-zone, .finding { transition: background-color 0.15s, border-color 0.15s, box-shadow 0.15s; }
  html { scroll-behavior: smooth; }
}
`
