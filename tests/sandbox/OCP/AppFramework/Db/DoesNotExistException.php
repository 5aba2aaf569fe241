<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Db;

use Exception;

class DoesNotExistException extends Exception implements IMapperException {
	public function __construct($msg) {
		parent::__construct($msg);
	}
}
