/** What a contact who waits can honestly be told. */
export interface Waiting {
  /** 1 for who is next. */
  readonly place: number;
  /** Within so many minutes four of five were served lately; null where too few were to say. */
  readonly minutes: number | null;
  /** False while nobody of the team is there. */
  readonly staffed: boolean;
}
