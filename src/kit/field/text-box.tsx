import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useKitTexts } from '../texts/use-texts.ts';
import './text-box.css';

type InputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'prefix' | 'className'>;

interface TextBoxProps extends InputProps {
  readonly value: string;
  readonly isInvalid?: boolean;
  readonly icon?: ReactNode;
  readonly after?: ReactNode;
  onChange(value: string): void;
}

/** A plain text input for the first pages: Ant Design's weighs more than the whole sign-in page. */
export function TextBox({ value, isInvalid = false, icon, after, onChange, ...rest }: TextBoxProps) {
  return (
    <span className={`text-box${isInvalid ? ' is-invalid' : ''}`}>
      {icon}
      <input {...rest} value={value} aria-invalid={isInvalid} onChange={(e) => onChange(e.target.value)} />
      {after}
    </span>
  );
}

/** A password with "show". */
export function PasswordBox(props: Omit<TextBoxProps, 'after' | 'type'>) {
  const t = useKitTexts();
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? Eye : EyeOff;
  const toggle = (
    <button type="button" className="text-box-button" aria-label={t(isShown ? 'signIn.hidePassword' : 'signIn.showPassword')} onClick={() => setShown(!isShown)}>
      <Icon size={15} aria-hidden />
    </button>
  );
  return <TextBox {...props} type={isShown ? 'text' : 'password'} after={toggle} />;
}
