package gouji.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows the names of divisions in a body's name.
 *
 * @param form what it is
 * @param unit town, zone, department or enterprise; empty for a government and its office
 */
record Tail(Form form, String unit) {
    /** Kinds of tails. */
    enum Form {
        GOVERNMENT,
        OFFICE,
        TOWN,
        ZONE,
        DEPARTMENT,
        BRANCH,
        ENTERPRISE,
        UNKNOWN
    }

    private static final Pattern GOVERNMENT = Pattern.compile("(?:人民政府|政府)?(?:本级)?");
    private static final Pattern OFFICE = Pattern.compile("(?:人民政府|政府)(?:办公厅|办公室|办)|办公厅");
    private static final Pattern TOWN =
            Pattern.compile("(?<town>\\p{IsHan}{1,13}?(?:民族乡|街道|镇|乡|苏木))(?:人民政府|政府|办事处|街道办事处)?");
    private static final Pattern TOWN_OFFICE =
            Pattern.compile("(?<town>\\p{IsHan}{1,13}?(?:民族乡|街道|镇|乡|苏木))(?:人民政府|政府)办公室");
    private static final Pattern ZONE = Pattern.compile(
            "(?<zone>\\p{IsHan}{0,24}?(?:开发区|高新区|经开区|新区|园区|度假区|风景区|名胜区|保税区|示范区|自贸区|集聚区|聚集区|工业区|旅游区|管理区|实验区|试验区|合作区|产业城))(?<rest>\\p{IsHan}*)");
    private static final Pattern NAMELESS_ZONE =
            Pattern.compile("(?:国家级|省级)?(?:经济|技术|高新|产业|工业|开发|综合|旅游|生态)*(?:开发区|高新区|经开区|新区|园区|度假区|风景区|保税区|示范区|工业区)");
    /** 县, 旗, 市 or 区 that is the rank of a division and no part of a department's name. */
    private static final Pattern OTHER_DIVISION =
            Pattern.compile("^\\p{IsHan}{1,10}?(?:县(?![级域乡])|旗|自治州|(?<![城都农超门夜])市(?![场政容民直级长委])"
                    + "|(?<![社景园地辖片小灾库山牧校院厂市])区(?![域直划块级长委内间]))");

    private static final Pattern WRONG_START =
            Pattern.compile("^(?:街道|镇(?!街)|乡(?![村镇土])|村(?!镇)|社区(?:居|村)|大道|路|火车站|生产建设兵团|兵团)");
    private static final Pattern BRANCH = Pattern.compile("\\p{IsHan}{2,20}局(?<place>\\p{IsHan}{2,8})分局");
    private static final Pattern ENTERPRISE = Pattern.compile("\\p{IsHan}*(?:公司|集团|医院|卫生院|学校|[中小大]学|学院|幼儿园|银行|水厂)");
    private static final Pattern DEPARTMENT =
            Pattern.compile("\\p{IsHan}+(?:局|委|委员会|办|办公室|办公厅|厅|处|中心|院|署|队|站|所|部|会|馆|社|团|台|分局)");

    /**
     * Sorts a tail; {@link Form#UNKNOWN} where it may well name another division.
     *
     * @param deepest whether no division can follow: it stands after the name of a county
     */
    static Tail of(String text, boolean deepest) {
        if (GOVERNMENT.matcher(text).matches()) {
            return new Tail(Form.GOVERNMENT, "");
        }
        if (OFFICE.matcher(text).matches()) {
            return new Tail(Form.OFFICE, "");
        }
        if (BRANCH.matcher(text).matches()) {
            return new Tail(Form.BRANCH, text);
        }
        boolean divided = !deepest && OTHER_DIVISION.matcher(text).find();
        Matcher townOffice = TOWN_OFFICE.matcher(text);
        if (!divided && townOffice.matches()) {
            return new Tail(Form.TOWN, townOffice.group("town") + "-office");
        }
        Matcher town = TOWN.matcher(text);
        if (!divided && town.matches()) {
            return new Tail(Form.TOWN, town.group("town"));
        }
        if (WRONG_START.matcher(text).find()) {
            return new Tail(Form.UNKNOWN, text);
        }
        Matcher zone = ZONE.matcher(text);
        if (zone.matches()) {
            String rest = zone.group("rest").replaceFirst("^(?:管理委员会|管委会|人民政府)", "");
            return new Tail(Form.ZONE, zone.group("zone") + rest);
        }
        return divided ? new Tail(Form.UNKNOWN, text) : institution(text);
    }

    private static Tail institution(String text) {
        if (ENTERPRISE.matcher(text).matches()) {
            return new Tail(Form.ENTERPRISE, text);
        }
        return new Tail(DEPARTMENT.matcher(text).matches() ? Form.DEPARTMENT : Form.UNKNOWN, text);
    }

    /** Whether a zone is named by its kind alone: 经济技术开发区. */
    boolean hasNoNameOfItsOwn() {
        return NAMELESS_ZONE.matcher(unit).matches();
    }

    /** Where a branch works: 汉阳 of 生态环境局汉阳分局. */
    String branchPlace() {
        Matcher m = BRANCH.matcher(unit);
        return m.matches() ? m.group("place") : "";
    }
}
