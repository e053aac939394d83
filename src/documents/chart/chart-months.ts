import { type ChartPalette, chartPalette } from './chart-palette.ts'
import { type ChartPicture, type ChartRoom, chartFontSize, smallFontSize } from './chart-svg.ts'

export interface MonthColumn {
  /** The month, with a line below it for the year where that changes. */
  readonly label: string
  /** The year, in January only: over a long period the axis names the years. */
  readonly yearLabel: string
  /** Null where it is not shown. */
  readonly requests: number | null
  readonly perOpeningDay: number | null
  readonly requestsText: string
  readonly perOpeningDayText: string
}

export interface MonthWords {
  readonly name: string
  readonly requests: string
  readonly perOpeningDay: string
}

/** Over more months the numbers would run into each other; the table has them all. */
const mostNumberedMonths = 13

/** Two panels over one row of months: the average as a line, below it the counts as bars. No second axis to misread. */
export function monthChart(
  months: readonly MonthColumn[],
  words: MonthWords,
  { width }: ChartRoom,
): ChartPicture {
  const palette = chartPalette
  const isNumbered = months.length <= mostNumberedMonths
  return {
    name: words.name,
    width,
    height: 298,
    option: {
      grid: [
        { left: 1, right: 1, top: 50, height: 48, outerBoundsMode: 'none' },
        { left: 1, right: 1, top: 146, height: 108, outerBoundsMode: 'none' },
      ],
      xAxis: [monthAxis(months, palette, 0), monthAxis(months, palette, 1)],
      yAxis: [valueAxis(words.perOpeningDay, palette, 0), valueAxis(words.requests, palette, 1)],
      series: [averageLine(months, isNumbered, palette), countBars(months, isNumbered, palette)],
    },
  }
}

/** Names of months fit below one another's columns at full size up to here, and smaller up to `mostNumberedMonths`. */
const mostWideMonths = 9

const monthAxis = (months: readonly MonthColumn[], palette: ChartPalette, gridIndex: 0 | 1) => ({
  type: 'category',
  gridIndex,
  data: months.map(({ label, yearLabel }) => (months.length <= mostNumberedMonths ? label : yearLabel)),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: palette.line } },
  axisLabel: {
    show: gridIndex === 1,
    interval: 0,
    color: palette.text,
    fontSize: months.length <= mostWideMonths ? chartFontSize : smallFontSize,
    lineHeight: 15,
  },
})

const valueAxis = (name: string, palette: ChartPalette, gridIndex: 0 | 1) => ({
  type: 'value',
  gridIndex,
  min: 0,
  name,
  nameGap: gridIndex === 0 ? 30 : 24,
  nameTextStyle: { color: palette.text, fontSize: chartFontSize, fontWeight: 600, align: 'left' },
  axisLabel: { show: false },
  splitLine: { show: false },
})

const numbers = (isNumbered: boolean, palette: ChartPalette, textAt: (index: number) => string) => ({
  label: {
    show: isNumbered,
    position: 'top',
    color: palette.text,
    textBorderWidth: 0,
    fontSize: chartFontSize,
    formatter: ({ dataIndex }: { dataIndex: number }) => textAt(dataIndex),
  },
})

const averageLine = (months: readonly MonthColumn[], isNumbered: boolean, palette: ChartPalette) => ({
  type: 'line',
  xAxisIndex: 0,
  yAxisIndex: 0,
  clip: false,
  data: months.map(({ perOpeningDay }) => perOpeningDay),
  symbol: 'circle',
  symbolSize: isNumbered ? 6 : 0,
  showAllSymbol: true,
  itemStyle: { color: palette.signal },
  lineStyle: { color: palette.signal, width: 2 },
  ...numbers(isNumbered, palette, (index) => months[index]?.perOpeningDayText ?? ''),
})

const countBars = (months: readonly MonthColumn[], isNumbered: boolean, palette: ChartPalette) => ({
  type: 'bar',
  xAxisIndex: 1,
  yAxisIndex: 1,
  clip: false,
  barMaxWidth: 40,
  barCategoryGap: '25%',
  data: months.map(({ requests }) => requests),
  itemStyle: { color: palette.bar },
  ...numbers(isNumbered, palette, (index) => months[index]?.requestsText ?? ''),
})
