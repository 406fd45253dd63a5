/** The part of dmn-moddle that is used; the library ships no types. */
declare module 'dmn-moddle' {
  export interface ModdleWarning {
    readonly message: string;
  }
  export interface ModdleResult {
    readonly rootElement: unknown;
    readonly warnings: readonly ModdleWarning[];
  }
  export interface Moddle {
    fromXML(xml: string): Promise<ModdleResult>;
    toXML(element: unknown, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  }
  export function DmnModdle(): Moddle;
}
