package gouji;
public final class Gouji { private Gouji() {} public static void main(String[] a) { System.out.println("gouji"); } }
