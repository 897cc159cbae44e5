package gouji.table;
import gouji.document.*;
import java.util.*;
public final class LayoutBuilder {
  public Layout build(Document d){
    List<Element> out=new ArrayList<>();
    for(Block b:d.blocks()){
      if(b instanceof Paragraph p){ if(!p.text().isBlank()) out.add(new Prose(p.text(),p.place(),0)); }
      else { Grid g=(Grid)b; int rows=0,cols=0; List<Cell> cs=new ArrayList<>();
        for(GridCell c:g.cells()){rows=Math.max(rows,c.row()+c.rowSpan());cols=Math.max(cols,c.column()+c.columnSpan());cs.add(new Cell(c.row(),c.column(),c.rowSpan(),c.columnSpan(),c.text(),c.place(),1));}
        List<Integer> pp=new ArrayList<>(Collections.nCopies(rows,0));
        out.add(new Table(rows,cols,cs,g.exact(),List.of(),pp)); }
    }
    return new Layout(out,0,d.findings());
  }
}
