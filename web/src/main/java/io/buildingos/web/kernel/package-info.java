/**
 * What every resource gets for free: authentication, problem documents, entity tags, paging links, headers.
 *
 * <p>A resource written in the house's way (translate, call one service, return a view) needs nothing of this by name.
 */
package io.buildingos.web.kernel;
