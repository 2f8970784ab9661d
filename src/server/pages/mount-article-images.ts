import type { Express } from 'express';
import { AppError } from '../../domain/errors.ts';
import type { ImageStore } from '../../ports.ts';

/** A year: an image of another content has another name. */
const FOREVER = 'public, max-age=31536000, immutable';

/** The images of articles, for the help pages and for widgets on the exchange's own site. Drawn, never run. */
export function mountArticleImages(app: Express, images: Pick<ImageStore, 'read'>): void {
  app.get('/help/images/:name', async (request, response) => {
    const image = await images.read(request.params.name);
    if (!image) throw new AppError('not-found', 'there is no such image');
    response.set({
      'Content-Type': image.type,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': FOREVER,
    });
    response.end(image.content);
  });
}
