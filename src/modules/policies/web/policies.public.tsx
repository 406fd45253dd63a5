export { type Impact, type ImpactOf, registerImpact, type SimulatedChange } from './simulation/impact-registry.ts';
