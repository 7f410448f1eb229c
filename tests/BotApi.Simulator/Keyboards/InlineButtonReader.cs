using System.Text;
using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>Reads one inline button and refuses what Telegram refuses in it.</summary>
internal static class InlineButtonReader
{
    private const int MaxDataBytes = 64;

    public static InlineButton Read(JsonElement json)
    {
        try
        {
            json.AsObject("InlineKeyboardButton must be an Object");
            var button = new InlineButton(TextCleaner.Clean(json.RequiredText("text")));
            return ReadAction(json, button);
        }
        catch (ApiException error)
        {
            throw ApiException.BadRequest($"Can't parse inline keyboard button: {error.Reason}");
        }
    }

    /// <summary>The button with its link as Telegram rewrites it.</summary>
    public static InlineButton WithCheckedLink(InlineButton button)
    {
        if (button.Url is not { } url || UserLink.TryGetUserId(url, out _))
        {
            return button;
        }

        return LinkChecker.TryCheck(url, out var link, out var reason)
            ? button with { Url = link }
            : throw ApiException.BadRequest($"Inline keyboard button URL '{url}' is invalid: {reason}");
    }

    public static void CheckData(InlineButton button)
    {
        if (button.CallbackData is { } data && Encoding.UTF8.GetByteCount(data) > MaxDataBytes)
        {
            throw ApiException.BadRequest("BUTTON_DATA_INVALID");
        }
    }

    private static InlineButton ReadAction(JsonElement json, InlineButton button)
    {
        if (json.OptionalText("url") is { Length: > 0 } url)
        {
            return button with { Url = url };
        }

        if (json.OptionalText("callback_data") is { Length: > 0 } data)
        {
            return button with { CallbackData = data };
        }

        if (json.OptionalText("switch_inline_query") is { } query)
        {
            return button with { SwitchInlineQuery = query };
        }

        if (json.OptionalText("switch_inline_query_current_chat") is { } here)
        {
            return button with { SwitchInlineQueryCurrentChat = here };
        }

        if (json.TryGetProperty("copy_text", out var copy))
        {
            return button with { CopyText = new CopiedText(Inner(copy, "copy_text").RequiredText("text")) };
        }

        if (json.TryGetProperty("web_app", out var app))
        {
            return button with { WebApp = new WebAppLink(Inner(app, "web_app").RequiredText("url")) };
        }

        // Games, payments and logins are not simulated and end here too.
        throw ApiException.BadRequest("Text buttons are unallowed in the inline keyboard");
    }

    private static JsonElement Inner(JsonElement field, string name)
        => field.AsObject($"Field \"{name}\" must be of type Object");
}
