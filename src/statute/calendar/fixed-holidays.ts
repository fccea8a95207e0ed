/**
 * Holidays of the whole nation on the same day each year, month and day (放假办法): 元旦, 劳动节, 国庆节. A notice for a
 * year that lacks one of them is not whole. 5月2日 came in 2025 and is left out, so that the list fits every year.
 */
export const fixedHolidays: readonly string[] = ['01-01', '05-01', '10-01', '10-02', '10-03']
