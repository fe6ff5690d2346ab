/** The parts of Azurite that tests use; the package has no types. */
declare module 'azurite/dist/src/blob/BlobConfiguration' {
  const BlobConfiguration: new (
    host: string,
    port: number,
    keepAliveTimeout: number,
    metadataDBPath: string,
    extentDBPath: string,
    persistencePathArray: readonly unknown[],
    enableAccessLog: boolean,
    accessLogWriteStream: undefined,
    enableDebugLog: boolean,
    debugLogFilePath: undefined,
    loose: boolean,
    skipApiVersionCheck: boolean,
    cert: string,
    key: string,
    pwd: string,
    oauth: undefined,
    disableProductStyleUrl: boolean,
    isMemoryPersistence: boolean,
  ) => object;
  export { BlobConfiguration as default };
}
declare module 'azurite/dist/src/blob/BlobServer' {
  import type { Server } from 'node:http';
  interface BlobServer {
    readonly httpServer: Server;
    start(): Promise<void>;
    close(): Promise<void>;
    getHttpServerAddress(): string;
  }
  const BlobServer: new (configuration: object) => BlobServer;
  export { BlobServer as default };
}
