<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Http;

class ContentSecurityPolicy extends EmptyContentSecurityPolicy {
	/** @var array Domains from which web-workers can be loaded */
	protected $allowedWorkerSrcDomains = [];
	/** @var array Domains which can embed this Nextcloud instance */
	protected $allowedFrameAncestors = [
		'\'self\'',
	];
}
