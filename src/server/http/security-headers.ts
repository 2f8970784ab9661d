import type { Express } from 'express';
import helmet from 'helmet';

/** Nothing from elsewhere, nothing inline, in nobody's frame. The widget's script may be loaded by the exchange's site. */
export function setSecurityHeaders(app: Express): void {
  app.use(helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'], // a file before it is sent, and in the widget after it came
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: false, // the proxy that ends TLS says this
  }));
  // The widget talks to these from the exchange's own site; who the contact is stands in a token, never in a cookie.
  app.use(['/api/contact', '/api/files', '/api/widget', '/api/help', '/widget.js'], (request, response, next) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    if (request.method !== 'OPTIONS') { next(); return; }
    response.set({ 'Access-Control-Allow-Methods': 'GET, POST', 'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-File-Name', 'Access-Control-Max-Age': '86400' });
    response.sendStatus(204);
  });
}
