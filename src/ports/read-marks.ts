/** Up to which `seq` each side of a conversation has read; 0 for nothing. */
export interface ReadMarks {
  readonly contact: number;
  readonly agents: number;
}

export interface ReadMarkStore {
  get(conversationId: string): Promise<ReadMarks>;
  /** Moves a mark on; false where it stood there or further already. */
  move(conversationId: string, reader: keyof ReadMarks, seq: number): Promise<boolean>;
}
