import type { Express } from 'express';
import helmet from 'helmet';

/** Two years; browsers that came once by https come by nothing else. */
const HSTS_SECONDS = 2 * 365 * 24 * 60 * 60;

/** What pages here may ask of a browser: nothing of its devices; passkeys and copying are what the desk needs. */
const PERMISSIONS = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media', 'geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'].map((name) => `${name}=()`),
  ...['clipboard-read', 'clipboard-write', 'fullscreen', 'publickey-credentials-create', 'publickey-credentials-get'].map((name) => `${name}=(self)`),
].join(', ');

/**
 * Nothing from elsewhere, nothing inline, in nobody's frame. The widget's script may be loaded by the exchange's site.
 * @param publicUrl how people reach the desk: by https they are told to come by nothing else.
 */
export function setSecurityHeaders(app: Express, publicUrl: string): void {
  const isSecure = publicUrl.startsWith('https:');
  app.use(helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'], // a file before it is sent, and in the widget after it came
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isSecure && { upgradeInsecureRequests: [] }),
      },
    },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: isSecure && { maxAge: HSTS_SECONDS, includeSubDomains: true },
  }));
  app.use((_request, response, next) => {
    response.set('Permissions-Policy', PERMISSIONS);
    next();
  });
  // What contacts wrote stays in no cache, neither a browser's nor a proxy's.
  app.use(['/api/contact', '/api/desk', '/api/editor', '/api/files'], (_request, response, next) => {
    response.set('Cache-Control', 'private, no-store');
    next();
  });
  // The widget talks to these from the exchange's own site; who the contact is stands in a token, never in a cookie.
  app.use(['/api/contact', '/api/files', '/api/widget', '/api/help', '/widget.js'], (request, response, next) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    if (request.method !== 'OPTIONS') { next(); return; }
    response.set({ 'Access-Control-Allow-Methods': 'GET, POST', 'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-File-Name', 'Access-Control-Max-Age': '86400' });
    response.sendStatus(204);
  });
}
