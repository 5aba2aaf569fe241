<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Http;

class EmptyContentSecurityPolicy {
	/** @var array */
	protected $allowedWorkerSrcDomains = null;
	/** @var array */
	protected $allowedFrameAncestors = null;

	public function addAllowedWorkerSrcDomain(string $domain) {
		$this->allowedWorkerSrcDomains[] = $domain;
		return $this;
	}

	public function addAllowedFrameAncestorDomain($domain) {
		$this->allowedFrameAncestors[] = $domain;
		return $this;
	}

	public function buildPolicy() {
		return ';frame-ancestors ' . (implode(' ', $this->allowedFrameAncestors ?? []) ?: "'none'") . (empty($this->allowedWorkerSrcDomains) ? '' : ';worker-src ' . implode(' ', $this->allowedWorkerSrcDomains));
	}
}
