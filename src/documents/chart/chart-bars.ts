import { chartPalette as palette } from './chart-palette.ts'
import { type ChartPicture, type ChartRoom, chartFontSize } from './chart-svg.ts'

export interface Bar {
  readonly label: string
  readonly requests: number
  /** What is printed at the end of the bar. */
  readonly value: string
  /** Not answered, or several added up. */
  readonly quiet?: boolean
}

const gap = 8
/** ECharts measures without the font; Noto Sans is wider than its guess. */
const wrapWidthOf = ({ labelWidth }: ChartRoom) => labelWidth - 2 * gap
const widthPerCharacter = 6.8
const charactersPerLineOf = (room: ChartRoom) => Math.floor(wrapWidthOf(room) / 5.6)
const lineHeight = 13
const mostRowHeight = 44

/** Lying bars, the first on top: long names keep their words and the eye compares lengths on one line. */
export function barChart(bars: readonly Bar[], name: string, room: ChartRoom): ChartPicture {
  const needsTwoLines = bars.some(({ label }) => label.length > charactersPerLineOf(room))
  const leastRowHeight = needsTwoLines ? 6 + lineHeight * 2 : 22
  const rowHeight = Math.max(leastRowHeight, Math.min(mostRowHeight, room.leastHeight / bars.length))
  const valueWidth = gap + widthPerCharacter * Math.max(0, ...bars.map(({ value }) => value.length))
  return {
    name,
    width: room.width,
    height: Math.ceil(rowHeight * bars.length) + gap,
    option: {
      grid: {
        left: room.labelWidth + gap,
        right: valueWidth,
        top: gap / 2,
        bottom: gap / 2,
        outerBoundsMode: 'none',
      },
      xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...bars.map((bar) => bar.requests)) },
      yAxis: categoryAxis(bars, room),
      series: [
        {
          type: 'bar',
          barWidth: Math.round((14 * rowHeight) / leastRowHeight),
          clip: false,
          data: bars.map(({ requests, quiet }) => ({
            value: requests,
            itemStyle: { color: quiet ? palette.quietBar : palette.bar },
          })),
          label: {
            show: true,
            position: 'right',
            color: palette.text,
            textBorderWidth: 0,
            fontSize: chartFontSize,
            formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.value ?? '',
          },
        },
      ],
    },
  }
}

const categoryAxis = (bars: readonly Bar[], room: ChartRoom) => ({
  type: 'category',
  inverse: true,
  data: bars.map(({ label }) => shorten(label, charactersPerLineOf(room))),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: palette.line } },
  axisLabel: {
    interval: 0,
    color: palette.text,
    fontSize: chartFontSize,
    lineHeight,
    width: wrapWidthOf(room),
    overflow: 'break',
  },
})

/** Cut between words to two lines; the table beside the chart has the whole name. */
function shorten(label: string, charactersPerLine: number): string {
  const charactersOfTwoLines = charactersPerLine * 2 - 6
  if (label.length <= charactersOfTwoLines) return label
  const [beforeBrackets = ''] = label.split(' (')
  const cut = beforeBrackets.slice(0, charactersOfTwoLines)
  if (cut === beforeBrackets) return `${cut}…`
  const lastSpace = cut.lastIndexOf(' ')
  return `${cut.slice(0, lastSpace > charactersPerLine ? lastSpace : undefined).replace(/[\s,:;]+$/, '')}…`
}
