namespace Rectify.Web.Kit;

/// <summary>A button's weight: one primary button on a form, the others quieter.</summary>
public enum ButtonColor
{
    Primary,
    Secondary,
    Danger,
    Link,
}

internal static class ButtonColors
{
    public static string Css(this ButtonColor color) => color switch
    {
        ButtonColor.Primary => "btn btn-primary",
        ButtonColor.Danger => "btn btn-outline-danger",
        ButtonColor.Link => "btn btn-link",
        _ => "btn btn-outline-secondary",
    };
}
