// @ts-check
/**
 * The values that the server and the page exchange, as the server's JSON has them. Times are
 * milliseconds, loudness LUFS.
 *
 * @typedef {{id: number, name: string}} Style
 * @typedef {{name: string, uuid?: string, styles: Style[]}} EngineSpeaker
 * @typedef {{state: 'up' | 'down' | 'starting', name: string, version: string, url: string,
 *   message?: string, speakers: EngineSpeaker[]}} Engine
 * @typedef {{key: string, date: string, title: string, script: 'none' | 'ok' | 'edited',
 *   episode: 'none' | 'built' | 'stale' | 'published', stale?: string, millis?: number,
 *   loudness?: number, findings?: number, decisions: number, file: string,
 *   error?: string}} PostRow
 * @typedef {{title: string, version: string, posts: PostRow[], engine: Engine,
 *   lang?: string}} Show
 * @typedef {{label: string, word: string, reading: string, accent?: number}} Remedy
 * @typedef {{rule: string, severity: string, message: string, word?: string,
 *   remedy?: Remedy}} Finding
 * @typedef {{clip: string, millis?: number, spoken?: string, current?: boolean}} Take
 * @typedef {{written: string, spoken: string}} Piece
 * @typedef {'none' | 'spoken' | 'changed' | 'waiting' | 'speaking' | 'failed'} LineState
 * @typedef {{id: string, speaker: string, style?: string,
 *   written: string, spoken?: string, said?: string,
 *   accents?: string, pieces: Piece[], pauseMillis?: number, speed?: number, pitch?: number,
 *   intonation?: number, volume?: number, state: LineState, error?: string, edited?: boolean, marked?: boolean, clip?: string,
 *   millis?: number, startMillis?: number, findings: Finding[], approved?: boolean,
 *   decision?: {now: string}, takes: Take[], source: string}} Line
 * @typedef {{id: string, text: string}} LeftOut
 * @typedef {{id: string, title: string, url?: string, startMillis?: number,
 *   lines: Line[], slot?: boolean, leftOut?: LeftOut[]}} Section
 * @typedef {{id: string, mine?: string, now: string}} Decision
 * @typedef {{name: string, colour?: string,
 *   parameters: Record<'speed' | 'pitch' | 'intonation' | 'volume' | 'pauseScale', number>}} Speaker
 * @typedef {{key: string, post: {title: string, date: string, file: string, url?: string},
 *   millis?: number, loudness?: number, truePeak?: number,
 *   sections: Section[], speakers: Speaker[], decisions: Decision[], lost?: string[],
 *   audio?: {url: string, peaks?: string, millis: number, bytes?: number}, script?: boolean, stale?: boolean, secondsALetter: number, undo?: string, redo?: string}} Episode
 * @typedef {{text: string, devoiced?: boolean, pitch?: number, length?: number}} Mora
 * @typedef {{moras: Mora[], accent: number, pause?: boolean,
 *   question?: boolean}} Phrase
 * @typedef {{job: string, what: string, key?: string, keys?: string[], done: number, total: number,
 *   state: string, message?: string}} Job
 * @typedef {{key: string, id: string, title: string, written: string, before: string,
 *   after: string}} ImpactLine
 * @typedef {{lines: ImpactLine[], episodes: number, clips: number, seconds: number}} Impact
 * @typedef {{word: string, reading: string, accent?: number | string, shared?: boolean,
 *   place?: string}} Entry
 * @typedef {{message: string, place?: string, source?: string, caret?: number,
 *   next?: string}} Trouble
 */
export {};
