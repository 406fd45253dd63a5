/** The two faces of service and the seven areas of each (SE-20). */
export const faces = ['procedural', 'personal'] as const;
export type Face = (typeof faces)[number];

export const proceduralAreas = ['timeliness', 'flow', 'adaptability', 'anticipation', 'communication', 'feedback', 'supervision'] as const;
export const personalAreas = ['appearance', 'attitude', 'attention', 'tact', 'guidance', 'selling', 'problemSolving'] as const;
export const serviceAreas = [...proceduralAreas, ...personalAreas] as const;
export type ServiceArea = (typeof serviceAreas)[number];

export const isServiceArea = (value: unknown): value is ServiceArea => serviceAreas.some((area) => area === value);

export const faceOf = (area: ServiceArea): Face => (proceduralAreas.some((each) => each === area) ? 'procedural' : 'personal');
