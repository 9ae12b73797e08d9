// What the vendored htm/preact standalone module exports, by the types of its own packages.
import { h, Component, createContext, render } from 'preact';
export * from 'preact/hooks';
export { h, Component, createContext, render };
export declare const html: (strings: TemplateStringsArray, ...values: any[]) => any;
