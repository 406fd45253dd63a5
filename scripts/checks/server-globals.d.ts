// @types/node declares these values without their types when the DOM library is absent.
type TextDecoder = import('node:util').TextDecoder;
type TextEncoder = import('node:util').TextEncoder;
