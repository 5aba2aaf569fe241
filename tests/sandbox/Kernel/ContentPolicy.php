<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;

/** Nextcloud's content security policies: nothing for data; for a page its own files, the scripts with the nonce, and what it asks for. */
class ContentPolicy {
	private static string $nonce = '';

	public static function nonce(): string {
		return self::$nonce = self::$nonce === '' ? base64_encode(random_bytes(24)) : self::$nonce;
	}

	public static function for(Response $response): string {
		if (!$response instanceof TemplateResponse) {
			return "default-src 'none';base-uri 'none';manifest-src 'self';frame-ancestors 'none'";
		}
		$nonce = self::nonce();
		return "default-src 'none';base-uri 'none';manifest-src 'self';script-src 'nonce-$nonce';script-src-elem 'strict-dynamic' 'nonce-$nonce';"
			. "style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;font-src 'self' data:;connect-src 'self';media-src 'self';"
			. "form-action 'self'" . $response->getContentSecurityPolicy()->buildPolicy();
	}
}
