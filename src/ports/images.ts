/** Images of articles, by their content: `<first 32 hex digits of the SHA-256>.<png|jpg|webp|gif>`. */
export interface ImageStore {
  /** Durable when it resolves; the same image is kept once. */
  add(image: StoredImage): Promise<void>;
  read(name: string): Promise<StoredImage | undefined>;
  listNames(): Promise<string[]>;
}

export interface StoredImage {
  readonly name: string;
  /** Media type, as its content tells it. */
  readonly type: string;
  readonly content: Uint8Array;
}
