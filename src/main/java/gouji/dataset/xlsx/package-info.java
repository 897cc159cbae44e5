/** Tables as a workbook. The only place that knows fastexcel. */
package gouji.dataset.xlsx;
