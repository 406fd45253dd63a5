import { defineTexts } from '#kernel/texts.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { en } from './i18n/en.ts';
import { zh } from './i18n/zh-CN.ts';

const portalStaffTexts = defineTexts('portal-staff', zh, en);

export const usePortalStaffTexts = () => useTexts(portalStaffTexts);
