package yingbao.platform.demo;

import java.time.LocalDate;
import java.util.List;
import yingbao.policy.value.Sex;

/** Names put together by lot from common surnames and characters; nobody's in particular. */
final class DemoNames {
    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁",
            "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢",
            "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜", "范", "方", "石",
            "姚", "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔", "白", "崔", "康", "毛", "邱", "秦", "江", "史", "顾", "侯", "邵", "孟",
            "龙", "万", "段", "钱", "汤", "尹", "黎", "易", "常", "武", "乔", "贺", "赖", "龚", "文");
    private static final int COMMONEST = 10;

    private static final List<String> OLD_MEN = List.of(
            "德", "福", "贵", "庆", "祥", "忠", "振", "国", "永", "明", "文", "玉", "宝", "成", "海", "山", "林", "清", "富", "财", "云",
            "昌", "喜", "长", "春", "万", "仁", "义", "广", "殿");
    private static final List<String> OLD_WOMEN = List.of(
            "桂", "兰", "英", "秀", "珍", "凤", "玉", "芝", "淑", "琴", "香", "荣", "芳", "素", "云", "华", "莲", "梅", "贤", "清", "翠",
            "月", "娥", "芬", "琴", "霞", "菊", "春");
    private static final List<String> MEN = List.of(
            "军", "强", "伟", "勇", "刚", "志", "建", "国", "立", "平", "东", "海", "波", "涛", "辉", "明", "亮", "峰", "春", "生", "学",
            "庆", "广", "洪", "继", "宏", "斌", "利", "民", "永");
    private static final List<String> WOMEN = List.of(
            "丽", "艳", "红", "敏", "静", "娟", "霞", "燕", "玲", "梅", "春", "华", "晶", "洁", "颖", "丹", "秋", "雪", "萍", "杰", "莉",
            "英", "凤", "冬", "慧", "波", "辉", "玉");
    private static final List<String> BOYS = List.of(
            "浩", "宇", "轩", "泽", "子", "俊", "博", "文", "嘉", "天", "佳", "鑫", "航", "鹏", "旭", "睿", "铭", "思", "远", "晨", "阳",
            "凯", "昊", "明", "一", "诺");
    private static final List<String> GIRLS = List.of(
            "欣", "怡", "涵", "梓", "雨", "佳", "思", "嘉", "诗", "琪", "婷", "雪", "萱", "彤", "悦", "瑶", "子", "可", "馨", "语", "晗",
            "梦", "文", "一", "诺", "菲");

    private static final int MIDDLE_FROM = 1955;
    private static final int YOUNG_FROM = 1990;
    private static final int ONE_CHARACTER = 220;

    private final Chance chance;

    DemoNames(Chance chance) {
        this.chance = chance;
    }

    /** A surname; the commonest ones often. */
    String surname() {
        boolean common = chance.perMille(420);
        return chance.one(common ? SURNAMES.subList(0, COMMONEST) : SURNAMES);
    }

    /** A given name of one character or two, as parents of the time chose them. */
    String given(Sex sex, LocalDate birth) {
        List<String> characters = characters(sex == Sex.MALE, birth.getYear());
        String first = chance.one(characters);
        String second = chance.one(characters);
        return chance.perMille(ONE_CHARACTER) || first.equals(second) ? first : first + second;
    }

    private static List<String> characters(boolean male, int year) {
        if (year < MIDDLE_FROM) {
            return male ? OLD_MEN : OLD_WOMEN;
        }
        if (year < YOUNG_FROM) {
            return male ? MEN : WOMEN;
        }
        return male ? BOYS : GIRLS;
    }
}
