<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\AppInfo\Application;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Services\IInitialState;
use OCP\IUserSession;
use OCP\Settings\IDelegatedSettings;
use OCP\Util;

/** Réseau in the administration settings; Nextcloud's administrators can delegate it to others. */
class AdminForm implements IDelegatedSettings {
	public function __construct(
		private readonly Administration $administration,
		private readonly SetupReport $report,
		private readonly IInitialState $state,
		private readonly IUserSession $session,
	) {
	}

	public function getForm(): TemplateResponse {
		$this->state->provideInitialState('network', $this->administration->present((string)$this->session->getUser()?->getUID()));
		$this->state->provideInitialState('setup', $this->report->checks());
		Util::addScript(Application::APP_ID, 'reseau-admin');
		Util::addStyle(Application::APP_ID, 'reseau-admin');
		return new TemplateResponse(Application::APP_ID, 'admin', [], TemplateResponse::RENDER_AS_BLANK);
	}

	public function getSection(): string {
		return AdminSection::ID;
	}

	public function getPriority(): int {
		return 50;
	}

	public function getName(): ?string {
		return null;
	}

	/** All settings are written through our own endpoints, which check them. */
	public function getAuthorizedAppConfig(): array {
		return [];
	}
}
