using System.Text;

namespace BotApi.Simulator;

/// <summary>Tells texts that show nothing: Telegram treats them as empty.</summary>
internal static class BlankText
{
    public static bool IsBlank(string text) => text.EnumerateRunes().All(rune => IsInvisible(rune.Value));

    private static bool IsInvisible(int code) => code switch
    {
        ' ' or '\n' or 0x00A0 or 0x1680 or 0x180E => true,
        >= 0x2000 and <= 0x200F => true,
        0x202E or 0x202F or 0x205F or 0x2800 or 0x3000 or 0xFEFF or 0xFFFC => true,
        >= 0xE0000 and <= 0xE007F => true,
        _ => false,
    };
}
