<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCP\AppFramework\Db\Entity;

/**
 * A group of work.
 *
 * @method ?string getRef()
 * @method void setRef(?string $ref)
 * @method string getTitle()
 * @method void setTitle(string $title)
 * @method string getPurpose()
 * @method void setPurpose(string $purpose)
 * @method string getMandate()
 * @method void setMandate(string $json)
 * @method string getStatus()
 * @method void setStatus(string $status)
 */
class Group extends Entity {
	public const ACTIVE = 'active';

	protected ?string $ref = null;
	protected ?string $title = null;
	protected ?string $purpose = null;
	protected ?string $mandate = null;
	protected ?string $status = null;
}
