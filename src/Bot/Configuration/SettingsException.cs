namespace Bot.Configuration;

/// <summary>A setting, or a file a setting names, that cannot be used; the message names it, its value, and what is allowed.</summary>
internal sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
