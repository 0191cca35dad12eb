import { t } from '../lib/i18n';
import type { Role } from '../lib/model/vocabulary';

/** Shape and colour say the same thing, for those who see no colour and for grey print. Also the order of roles in lists. */
const SHAPES: Record<Role, string> = {
  own: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  direct: 'M2 2h8v8H2Z',
  indirect: 'M6 1.25 11 10.5H1Z',
  leader: 'M6 .75 11.25 6 6 11.25.75 6Z',
  inspiration: 'M6 1.75a4.25 4.25 0 1 0 0 8.5 4.25 4.25 0 0 0 0-8.5Z',
};

/** Roles in the order in which lists offer them. */
export const ROLE_ORDER = Object.keys(SHAPES) as Role[];

/** The marker of a role: ● own, ■ direct, ▲ indirect, ◆ leader, ○ inspiration. */
export function RoleMark({ role }: { role: Role }) {
  return (
    <svg class={`role-mark role-${role}`} viewBox="0 0 12 12" role="img" aria-label={t(`role_${role}`)}>
      <path d={SHAPES[role]} />
    </svg>
  );
}

/** A role to choose, with its label for screen readers. */
export function RoleSelect({ value, label, onChange }: { value: Role; label: string; onChange: (role: Role) => void }) {
  return (
    <span class="role-select">
      <RoleMark role={value} />
      <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value as Role)}>
        {ROLE_ORDER.map((role) => (
          <option key={role} value={role}>
            {t(`role_${role}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
