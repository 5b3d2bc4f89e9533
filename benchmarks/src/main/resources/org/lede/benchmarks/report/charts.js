// The looks of the charts. Figures and words come from Java; each function returns an SVG.

// ECharts asks for these when it starts, though it needs none of them to draw one picture
function setTimeout() {}
function clearTimeout() {}

// Charts.java replaces these when it is dark
var TEXT = '#1f2328', MUTED = '#59636e', GRID = '#d8dee4', SURFACE = '#ffffff';
var ENGINES = ['#0a6fc2', '#d1660a', '#1a7f37', '#8250df', '#bf3989'];
var SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'roundRect'];
var VERDICTS = {FASTER: ENGINES[0], SLOWER: ENGINES[1], UNCLEAR: '#8c959f'};

var WIDTH = 880;
var FONT = 'Helvetica, Arial, sans-serif';

function draw(height, option) {
  var chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: WIDTH, height: height});
  option.animation = false;
  option.backgroundColor = SURFACE;
  option.textStyle = {fontFamily: FONT, color: TEXT};
  chart.setOption(option);
  var svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

// three digits at most, so that 0.30000000000000004 is 0.3
function short(number) {
  return number >= 100 ? grouped(Math.round(number)) : String(Number(number.toPrecision(3)));
}

function withUnit(number, step, units) {
  var i = 0;
  while (number >= step * 0.9995 && i < units.length - 1) {
    number /= step;
    i++;
  }
  return short(number) + ' ' + units[i];
}

var FORMATS = {
  COUNT: short,
  MICROS: function (micros) { return withUnit(micros, 1000, ['µs', 'ms', 's']); },
  MILLIS: function (millis) { return withUnit(millis, 1000, ['ms', 's']); },
  SECONDS: function (seconds) { return short(seconds) + ' s'; },
  BYTES: function (bytes) { return withUnit(bytes, 1000, ['B', 'kB', 'MB', 'GB', 'TB']); },
  // of x askers all but one; the last is the slowest of all
  NINES: function (x) { return Number((100 - 100 / x).toPrecision(7)) + ' %'; }
};

function times(ratio) {
  return ratio < 1 ? '1/' + Math.round(1 / ratio) + ' ×' : short(ratio) + ' ×';
}

// Bars from 1 to the left where Lede is slower, and to the right where it is faster.
// groups: [{title, bars: [{label, ratio, verdict}]}]
function bars(groups) {
  var rows = [];
  groups.forEach(function (group) {
    rows.push({header: group.title});
    group.bars.forEach(function (bar) { rows.push(bar); });
  });
  var longest = 0, least = 0.71, most = 1.41;
  rows.forEach(function (row) {
    longest = Math.max(longest, (row.header || row.label).length);
    least = Math.min(least, row.ratio || 1);
    most = Math.max(most, row.ratio || 1);
  });
  var column = Math.min(400, longest * 6.6 + 24);
  var doublings = function (ratio) { return Math.log(ratio) / Math.LN2; };
  return draw(rows.length * 27 + 84, {
    grid: {left: column + 20, right: 28, top: 44, bottom: 40},
    xAxis: {
      type: 'log', logBase: 2,
      min: Math.pow(2, Math.floor(doublings(least) - 0.35)),
      max: Math.pow(2, Math.ceil(doublings(most) + 0.35)),
      axisLabel: {color: MUTED, fontSize: 12, formatter: times},
      splitLine: {lineStyle: {color: GRID}}
    },
    yAxis: {
      type: 'category', inverse: true,
      data: rows.map(function (row, i) { return String(i); }),
      axisLine: {show: false}, axisTick: {show: false},
      axisLabel: {
        interval: 0, align: 'left', margin: column, color: TEXT, fontSize: 13,
        rich: {header: {fontWeight: 'bold', fontSize: 13, color: TEXT}},
        formatter: function (i) { return rows[i].header ? '{header|' + rows[i].header + '}' : rows[i].label; }
      }
    },
    series: [{
      type: 'bar', silent: true, barWidth: 17,
      data: rows.map(function (row) {
        return row.header ? null : {
          value: row.ratio,
          itemStyle: {color: VERDICTS[row.verdict], borderRadius: row.ratio < 1 ? [3, 0, 0, 3] : [0, 3, 3, 0]},
          label: {
            show: true, position: row.ratio < 1 ? 'left' : 'right', color: TEXT, fontSize: 12, fontWeight: 'bold',
            formatter: row.ratio.toFixed(2) + ' ×'
          }
        };
      }),
      markLine: {
        silent: true, symbol: 'none', data: [{xAxis: 1}],
        lineStyle: {color: TEXT, type: 'solid', width: 1.5},
        label: {position: 'start', distance: 8, // which is above, as the other axis runs down
           color: MUTED, fontSize: 12, formatter: '◂ Lede is slower   |   Lede is faster ▸'}
      }
    }]
  });
}

// How far the labels at the ends of lines must be moved up or down so that none covers another.
function shifts(lines, height) {
  var logs = [], ends = [];
  lines.forEach(function (line, i) {
    line.points.forEach(function (point) { logs.push(Math.log(point[1]) / Math.LN10); });
    ends.push({line: i, log: Math.log(line.points[line.points.length - 1][1]) / Math.LN10});
  });
  var least = Math.floor(Math.min.apply(null, logs)), most = Math.ceil(Math.max.apply(null, logs));
  var decade = height / Math.max(1, most - least);
  var shifts = [], free = Infinity;
  ends.sort(function (one, other) { return one.log - other.log; });
  ends.forEach(function (end) {
    var wanted = -end.log * decade, place = Math.min(wanted, free);
    shifts[end.line] = place - wanted;
    free = place - 13;
  });
  return shifts;
}

// Small charts with logarithmic axes, two in a row, with one legend for all.
// panels: [{title, note, x, y, last, lines: [{name, points: [[x, y]]}]}]; x and y name a format, last is the x of the maximum, or 0
function panels(panels) {
  var names = [];
  panels.forEach(function (panel) {
    panel.lines.forEach(function (line) { if (names.indexOf(line.name) < 0) names.push(line.name); });
  });
  var cell = 292, width = (WIDTH - 20) / 2;
  var option = {
    legend: {
      top: 10, left: 18, itemGap: 22, itemWidth: 26, data: names, textStyle: {color: TEXT, fontSize: 13},
      selectedMode: false
    },
    title: [], grid: [], xAxis: [], yAxis: [], series: []
  };
  panels.forEach(function (panel, i) {
    var left = (i % 2) * width + 10, top = Math.floor(i / 2) * cell + 46;
    option.title.push({
      left: left + 10, top: top, text: panel.title, subtext: panel.note, itemGap: 5,
      textStyle: {color: TEXT, fontSize: 14}, subtextStyle: {color: MUTED, fontSize: 12}
    });
    option.grid.push({left: left + 62, top: top + 52, width: width - 136, height: cell - 96});
    option.xAxis.push({
      type: 'log', gridIndex: i,
      axisLabel: {
        color: MUTED, fontSize: 11, hideOverlap: true,
        formatter: function (x) { return x === panel.last ? 'slowest' : FORMATS[panel.x](x); }
      },
      axisLine: {onZero: false, lineStyle: {color: MUTED}}, splitLine: {lineStyle: {color: GRID}}
    });
    option.yAxis.push({
      type: 'log', gridIndex: i,
      axisLabel: {color: MUTED, fontSize: 11, formatter: FORMATS[panel.y]},
      axisLine: {show: false}, axisTick: {show: false}, splitLine: {lineStyle: {color: GRID}}
    });
    var moved = shifts(panel.lines, cell - 96);
    panel.lines.forEach(function (line, k) {
      var engine = names.indexOf(line.name) % ENGINES.length;
      option.series.push({
        type: 'line', name: line.name, silent: true, xAxisIndex: i, yAxisIndex: i,
        symbol: SHAPES[engine], symbolSize: 7, showAllSymbol: true,
        color: ENGINES[engine], lineStyle: {width: 2.2},
        data: line.points.map(function (point, j) {
          return j < line.points.length - 1 ? point : {
            value: point,
            label: {
              show: true, position: 'right', offset: [0, moved[k]], color: TEXT, fontSize: 11,
              formatter: FORMATS[panel.y](point[1])
            }
          };
        })
      });
    });
  });
  return draw(Math.ceil(panels.length / 2) * cell + 46, option);
}
