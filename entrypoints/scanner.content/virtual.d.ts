declare module 'virtual:qingjian/adapters' {
  /** First digits of a hash over utils/sites; see scripts/lib/adapter-version.ts. */
  export const adapters: string;
}
