import type { ShippedStandard } from './shipped-form.ts';
import { personalStandards } from './shipped-personal.ts';
import { proceduralStandards } from './shipped-procedural.ts';

/** 随产品提供的服务标准库 (SE-20): three for each of the fourteen areas, to be changed as the company likes. */
export const shippedStandards: readonly ShippedStandard[] = [...proceduralStandards, ...personalStandards];
