/** The weight of one of nine elements. Published practice uses all three; `exact` is 1/9. */
export const WEIGHT_POLICIES = ['exact', '0.111', '0.11'] as const
export type WeightPolicy = (typeof WEIGHT_POLICIES)[number]
