import { type ChartPalette, chartPalette } from './chart-palette.ts'
import { type ChartPicture, chartFontSize } from './chart-svg.ts'

export interface Bar {
  readonly label: string
  readonly requests: number
  /** What is printed at the end of the bar. */
  readonly value: string
  /** Not answered, or several added up. */
  readonly quiet?: boolean
}

const labelWidth = 140
/** ECharts measures without the font; Noto Sans is wider than its guess. */
const wrapWidth = 124
const widthPerCharacter = 6.8
const gap = 8
const charactersPerLine = 22
const lineHeight = 13

/** Lying bars, the first on top: long names keep their words and the eye compares lengths on one line. */
export function barChart(
  bars: readonly Bar[],
  name: string,
  palette: ChartPalette = chartPalette,
): ChartPicture {
  const needsTwoLines = bars.some(({ label }) => label.length > charactersPerLine)
  const rowHeight = needsTwoLines ? 6 + lineHeight * 2 : 22
  const valueWidth = gap + widthPerCharacter * Math.max(0, ...bars.map(({ value }) => value.length))
  return {
    name,
    height: rowHeight * bars.length + gap,
    option: {
      grid: {
        left: labelWidth + gap,
        right: valueWidth,
        top: gap / 2,
        bottom: gap / 2,
        outerBoundsMode: 'none',
      },
      xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...bars.map((bar) => bar.requests)) },
      yAxis: categoryAxis(bars, palette),
      series: [
        {
          type: 'bar',
          barWidth: 14,
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

const categoryAxis = (bars: readonly Bar[], palette: ChartPalette) => ({
  type: 'category',
  inverse: true,
  data: bars.map(({ label }) => shorten(label)),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: palette.line } },
  axisLabel: {
    interval: 0,
    color: palette.text,
    fontSize: chartFontSize,
    lineHeight,
    width: wrapWidth,
    overflow: 'break',
  },
})

const charactersOfTwoLines = 38

/** Cut between words; the table beside the chart has the whole name. */
function shorten(label: string): string {
  if (label.length <= charactersOfTwoLines) return label
  const [beforeBrackets = ''] = label.split(' (')
  const cut = beforeBrackets.slice(0, charactersOfTwoLines)
  if (cut === beforeBrackets) return `${cut}…`
  const lastSpace = cut.lastIndexOf(' ')
  return `${cut.slice(0, lastSpace > charactersPerLine ? lastSpace : undefined).replace(/[\s,:;]+$/, '')}…`
}
