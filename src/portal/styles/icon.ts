/** The emblem as a file, for the browser's tab. */
export const iconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d4f86"/><path d="M9 9.5h14M9 15.5h14M9 21.5h6" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/><path d="m18 21.5 2.2 2.3 4.3-5" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" fill="none"/></svg>\n'
