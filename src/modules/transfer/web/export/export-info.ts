export interface ExportInfo {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled' | 'expired';
  readonly rowCount: number;
  readonly rowsDone: number;
  readonly fileName: string;
  readonly hasFile: boolean;
  readonly createdAt: string;
}
