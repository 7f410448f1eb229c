using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>Reads <c>reply_markup</c> and refuses keyboards as Telegram does.</summary>
internal static class InlineKeyboardReader
{
    private const int MaxInRow = 12;
    private const int MaxButtons = 100;

    /// <summary>The inline keyboard of a call; other kinds of reply markup are accepted but leave nothing on the message.</summary>
    public static InlineKeyboard? Read(CallParameters parameters)
    {
        if (parameters.Json("reply_markup", "reply keyboard markup") is not { } json)
        {
            return null;
        }

        json.AsObject("Object expected as reply markup");
        if (!json.TryGetProperty("inline_keyboard", out var rows))
        {
            return null;
        }

        if (rows.ValueKind != JsonValueKind.Array)
        {
            throw ApiException.BadRequest("Field \"inline_keyboard\" must be of type Array");
        }

        var read = rows.EnumerateArray().Select(ReadRow).Where(row => row.Count > 0).ToList();
        return read.Count == 0 ? null : new InlineKeyboard(read);
    }

    /// <summary>The keyboard as Telegram keeps it; these checks come after those of the chat and the text.</summary>
    public static InlineKeyboard? Accept(InlineKeyboard? keyboard)
    {
        if (keyboard is null)
        {
            return null;
        }

        var rows = keyboard.Rows
            .Select(IReadOnlyList<InlineButton> (row) => [.. row.Select(InlineButtonReader.WithCheckedLink)])
            .ToList();
        if (keyboard.Buttons.Count() > MaxButtons)
        {
            throw ApiException.BadRequest("reply markup is too long");
        }

        foreach (var button in keyboard.Buttons)
        {
            InlineButtonReader.CheckData(button);
        }

        return new InlineKeyboard(rows);
    }

    /// <summary>Buttons without text, and those beyond the twelfth, disappear without a word.</summary>
    private static List<InlineButton> ReadRow(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Array)
        {
            throw ApiException.BadRequest(
                "Field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        }

        var buttons = row.EnumerateArray().Select(InlineButtonReader.Read).ToList();
        return [.. buttons.Where(button => button.Text.Length > 0).Take(MaxInRow)];
    }
}
