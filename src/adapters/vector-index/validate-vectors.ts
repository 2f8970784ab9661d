import { AppError } from '../../domain/errors.ts';

/**
 * Proves that every vector has the dimension and nothing but finite numbers: hnswlib ends the process
 * on the one and returns nonsense on the other. Throws AppError `invalid-input`.
 */
export function validateVectors(vectors: readonly Float32Array[], dimension: number): void {
  vectors.forEach((vector, position) => {
    if (!(vector instanceof Float32Array) || vector.length !== dimension) {
      throw new AppError('invalid-input', `vector ${position} is no Float32Array of ${dimension} numbers`);
    }
    if (!vector.every(Number.isFinite)) throw new AppError('invalid-input', `vector ${position} has values that are not finite`);
  });
}
