import { useHasRight } from '#kit/api/session.ts';
import { DeclaredSettings } from './declared-settings.tsx';
import { SettingsFrame } from './settings-tabs.tsx';
import { SignInRules } from './sign-in-rules.tsx';

/** What the company sets for everybody. */
export default function SettingsPage() {
  const may = useHasRight('admin.settings');
  return (
    <SettingsFrame>
      <div className="admin-column settings-column">
        {may && <SignInRules />}
        <DeclaredSettings />
      </div>
    </SettingsFrame>
  );
}
