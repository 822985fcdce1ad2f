// Reads Parquet files, by path or address, with hyparquet. Prints a JSON line each: the types that JavaScript gives the
// cells of each column, and the rows. A bigint is printed as the number that it is.
import { asyncBufferFromFile, asyncBufferFromUrl, parquetReadObjects } from 'hyparquet'

for (const path of process.argv.slice(2)) {
  const file = path.startsWith('http://')
    ? await asyncBufferFromUrl({ url: path })
    : await asyncBufferFromFile(path)
  const rows = await parquetReadObjects({ file })
  const types = {}
  for (const row of rows) {
    for (const [name, cell] of Object.entries(row)) {
      const type = cell === null ? 'null' : typeof cell
      types[name] = [...new Set([...(types[name] ?? []), type])].sort()
    }
  }
  const plain = (_, cell) => (typeof cell === 'bigint' ? Number(cell) : cell)
  console.log(JSON.stringify({ types, rows }, plain))
}
