package gouji.document.sheet;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Finding;
import gouji.document.PoiFault;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.source.ZipParts;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads XLSX and XLS files. Findings: {@code HIDDEN_SHEET}, {@code HIDDEN_ROWS}, {@code HIDDEN_COLUMNS}, {@code PICTURE_FOUND}. */
public final class SheetReader implements DocumentReader {
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    @Override
    public boolean reads(Input input) {
        return isXlsx(input) || isXls(input);
    }

    private static boolean isXlsx(Input input) {
        Set<String> names = ZipParts.names(input);
        return names.contains("[Content_Types].xml") && names.stream().anyMatch(n -> n.startsWith("xl/"));
    }

    private static boolean isXls(Input input) {
        if (!Arrays.equals(input.head(OLE2.length), OLE2)) {
            return false;
        }
        try (POIFSFileSystem files = new POIFSFileSystem(input.open())) {
            Set<String> names = files.getRoot().getEntryNames();
            return names.contains("Workbook") || names.contains("WORKBOOK") || names.contains("Book");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        return ZipParts.isZip(input) ? readXlsx(input) : readXls(input);
    }

    private static Document readXlsx(Input input) throws UnreadableException {
        boolean macros;
        try (ZipParts parts = ZipParts.open(input)) {
            SheetParts.check(parts);
            macros = parts.names().contains("xl/vbaProject.bin");
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(input.open())) {
            return told(new WorkbookWalk(workbook).read("xlsx"), macros);
        } catch (IOException
                | OpenXML4JRuntimeException
                | POIXMLException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw PoiFault.of(e);
        }
    }

    private static Document readXls(Input input) throws UnreadableException {
        try (POIFSFileSystem files = new POIFSFileSystem(input.open());
                Workbook workbook = new HSSFWorkbook(files)) {
            boolean macros = files.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR");
            return told(new WorkbookWalk(workbook).read("xls"), macros);
        } catch (EncryptedDocumentException e) {
            throw new UnreadableException(Reason.ENCRYPTED);
        } catch (OldFileFormatException e) {
            throw new UnreadableException(
                    Reason.TYPE_UNSUPPORTED, "This is a file of Excel 5 or 95: save it as XLSX and import that.");
        } catch (IOException | RuntimeException e) {
            throw PoiFault.of(e);
        }
    }

    private static Document told(Document document, boolean macros) {
        return macros ? document.noticing(Finding.macros()) : document;
    }
}
