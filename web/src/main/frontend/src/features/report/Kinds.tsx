import classes from './Kinds.module.css';

type Props = {
  label: string;
  rows: { name: string; value: number }[];
  color: string;
  format: (value: number) => string;
};

/** How much there is of each kind: name, bar and figure in a line. */
export function Kinds({ label, rows, color, format }: Props) {
  const greatest = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <figure className={classes.figure} aria-label={label}>
      <table className={classes.table}>
        <tbody>
          {rows.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={classes.line} aria-hidden>
                <div
                  className={classes.bar}
                  style={{ width: `${(100 * value) / greatest}%`, background: color }}
                />
              </td>
              <td className={classes.value}>{format(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
