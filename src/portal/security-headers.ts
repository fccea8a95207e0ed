/** What every answer forbids the browser: nothing from elsewhere, no frames, no inline script or style. */
export const securityHeaders = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // Whether a host is ever reached without TLS is for the proxy in front to say.
  strictTransportSecurity: false,
  referrerPolicy: 'no-referrer',
}
