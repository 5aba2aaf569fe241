<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * One version of the network's charter. A row is never changed.
 *
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method string getText()
 * @method void setText(string $text)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $createdAt)
 */
class Charter extends Entity {
	/** Counted from 1. */
	protected ?int $version = null;
	/** Markdown; empty: from this version on the network has no charter. */
	protected ?string $text = null;
	protected ?int $createdAt = null;

	public function __construct() {
		$this->addType('version', Types::INTEGER);
		$this->addType('createdAt', Types::INTEGER);
	}
}
