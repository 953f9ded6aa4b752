/** In bytes or UTF-16 units. */
const GATHERED = 250_000;

export type FilePiece = string | Uint8Array<ArrayBuffer> | Blob;

/** Pieces of a file, which the browser is given to keep as soon as there is something worth it: it may do so on disk. */
export class Gathered {
  readonly #kept: Blob[] = [];
  #pieces: FilePiece[] = [];
  #size = 0;

  add(piece: FilePiece): void {
    this.#pieces.push(piece);
    this.#size += piece instanceof Blob ? piece.size : piece.length;
    if (this.#size < GATHERED) return;
    this.#kept.push(new Blob(this.#pieces));
    [this.#pieces, this.#size] = [[], 0];
  }

  /** All that was added, in turn. */
  parts(): FilePiece[] {
    return [...this.#kept, ...this.#pieces];
  }
}
