/** Is a partner stated anywhere? `partner`: one of them, null where there is none. Answered from the cube. */
export function statedPartners(): string {
  return "SELECT max(partner) AS partner FROM cube_region_heading_partner WHERE partner <> ''";
}
