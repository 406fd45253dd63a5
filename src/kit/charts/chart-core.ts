import { BarChart, FunnelChart, HeatmapChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, DatasetComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([
  BarChart, LineChart, PieChart, FunnelChart, ScatterChart, HeatmapChart, GridComponent, TooltipComponent, LegendComponent, DatasetComponent,
  VisualMapComponent, AriaComponent, SVGRenderer,
]);

export { init };
