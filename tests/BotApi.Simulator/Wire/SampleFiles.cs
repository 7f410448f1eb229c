namespace BotApi.Simulator;

/// <summary>The one picture and the one sticker that all people send; the files themselves are not kept.</summary>
internal static class SampleFiles
{
    public static IReadOnlyList<WirePhotoSize> Photo { get; } =
    [
        new("AgACAgIAAxkBAAIBSmall", "AQADsmall", 1_290, 90, 60),
        new("AgACAgIAAxkBAAIBLarge", "AQADlarge", 98_304, 1280, 853),
    ];

    public static WireSticker Sticker { get; } =
        new(512, 512, "👍", false, false, "regular", "CAACAgIAAxkBAAIBSticker", "AgADsticker", 20_480);
}
