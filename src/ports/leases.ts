/** What one of several processes does for all: whoever has the lease, until it runs out. */
export interface LeaseStore {
  /** Takes or renews it for so many ms by the database's clock; false while another holds it. */
  take(name: string, holder: string, ms: number): Promise<boolean>;
  giveUp(name: string, holder: string): Promise<void>;
}
